using System.Text;

namespace GridMap.GraphQL.Language;

/// <summary>The names of one document: however often one is written, it is one string.</summary>
internal sealed class NameTable
{
    private Entry[] _entries = new Entry[64];

    private int _count;

    /// <summary>The name that is written in ASCII.</summary>
    public string this[ReadOnlySpan<byte> text]
    {
        get
        {
            var hash = HashOf(text);
            var slot = SlotOf(hash, text);
            return _entries[slot].Name ?? Add(slot, hash, Encoding.ASCII.GetString(text));
        }
    }

    /// <summary>Seeded anew by each process, so that no one can write names that all collide.</summary>
    private static int HashOf(ReadOnlySpan<byte> text)
    {
        var hash = default(HashCode);
        hash.AddBytes(text);
        return hash.ToHashCode();
    }

    /// <summary>Where the name is, or where it belongs.</summary>
    private int SlotOf(int hash, ReadOnlySpan<byte> text)
    {
        var mask = _entries.Length - 1;
        var slot = hash & mask;
        while (_entries[slot].Name is { } name && (_entries[slot].Hash != hash || !Ascii.Equals(text, name)))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private string Add(int slot, int hash, string name)
    {
        _entries[slot] = new(hash, name);
        if (++_count * 2 > _entries.Length)
        {
            Grow();
        }

        return name;
    }

    private void Grow()
    {
        var former = _entries;
        _entries = new Entry[former.Length * 2];
        foreach (var entry in former)
        {
            if (entry.Name is not null)
            {
                _entries[FreeSlot(entry.Hash)] = entry;
            }
        }
    }

    private int FreeSlot(int hash)
    {
        var mask = _entries.Length - 1;
        var slot = hash & mask;
        while (_entries[slot].Name is not null)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private readonly record struct Entry(int Hash, string? Name);
}
