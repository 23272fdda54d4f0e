package dev.weft.testing;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.archive.UnzipResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// Items that no archive holds.
public final class MadeUpItems {
    private MadeUpItems() {}

    /// Items of different bytes and sizes, the first one empty.
    public static List<UnzipResult> of(int count) {
        return IntStream.range(0, count).<UnzipResult>mapToObj(MadeUpItems::ready).toList();
    }

    /// An item that was unzipped.
    public static UnzipResult ready(int index) {
        return new UnzipResult.Ready(item(index, "file-%d.txt".formatted(index), bytes(index)));
    }

    /// An item that could not be unzipped.
    public static UnzipResult broken(int index) {
        return new UnzipResult.Broken(
                index, "broken-%d.txt".formatted(index), 7, "CrcMismatch", "its CRC-32 is wrong");
    }

    /// An item in memory.
    public static Item item(int index, String name, byte[] bytes) {
        CRC32 crc32 = new CRC32();
        crc32.update(bytes);
        return new Item(index, name, bytes.length, crc32.getValue(), new Content.InMemory(bytes));
    }

    /// What the item of that index holds.
    public static byte[] bytes(int index) {
        return ("<" + index + ">").repeat(index).getBytes(StandardCharsets.UTF_8);
    }
}
