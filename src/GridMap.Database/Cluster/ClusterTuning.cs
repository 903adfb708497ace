using System.Globalization;

namespace GridMap.Database.Cluster;

/// <summary>Server settings by the size of the machine. Durability (fsync, full_page_writes, synchronous_commit) is never touched.</summary>
internal static class ClusterTuning
{
    private const long Mebibyte = 1 << 20;
    private const long Gibibyte = 1 << 30;

    public static IEnumerable<string> For(long memoryBytes, long sharedMemoryFileBytes) =>
    [
        "listen_addresses=",
        "max_connections=120",
        $"shared_buffers={Mebibytes(Math.Clamp(memoryBytes / 8, 128 * Mebibyte, 2 * Gibibyte))}",
        $"effective_cache_size={Mebibytes(memoryBytes / 2)}",
        $"maintenance_work_mem={Mebibytes(Math.Clamp(memoryBytes / 32, 64 * Mebibyte, 512 * Mebibyte))}",
        $"work_mem={Mebibytes(Math.Clamp(memoryBytes / 512, 8 * Mebibyte, 32 * Mebibyte))}",
        "max_wal_size=2GB",
        "checkpoint_timeout=15min",
        "wal_compression=on",
        "random_page_cost=1.1",
        // Tile queries are short: compiling them costs more than it saves.
        "jit=off",
        // Containers often give 64 MB of /dev/shm, too little for a parallel query.
        $"dynamic_shared_memory_type={(sharedMemoryFileBytes < Gibibyte ? "mmap" : "posix")}",
        "log_min_duration_statement=5s",
    ];

    private static string Mebibytes(long bytes) => (bytes / Mebibyte).ToString(CultureInfo.InvariantCulture) + "MB";
}
