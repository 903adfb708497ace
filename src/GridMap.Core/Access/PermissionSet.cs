namespace GridMap.Core.Access;

/// <summary>Some of the permissions.</summary>
public readonly record struct PermissionSet
{
    private readonly uint _bits;

    private PermissionSet(uint bits) => _bits = bits;

    public static PermissionSet None { get; }

    public static PermissionSet All { get; } = Of(Enum.GetValues<Permission>());

    public static PermissionSet Of(params ReadOnlySpan<Permission> permissions)
    {
        var bits = 0u;
        foreach (var permission in permissions)
        {
            bits |= Bit(permission);
        }

        return new PermissionSet(bits);
    }

    public bool Contains(Permission permission) => (_bits & Bit(permission)) != 0;

    public PermissionSet With(PermissionSet others) => new(_bits | others._bits);

    public IEnumerable<Permission> Each() => Enum.GetValues<Permission>().Where(Contains);

    private static uint Bit(Permission permission) => 1u << (int)permission;
}
