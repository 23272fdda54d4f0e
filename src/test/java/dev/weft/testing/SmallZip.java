package dev.weft.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Archives made by the JDK.
public final class SmallZip {
    private SmallZip() {}

    /// Writes an archive of these files in their order, not compressed.
    public static Path write(Path zip, Map<String, byte[]> files) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(file)) {
            archive.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> content : files.entrySet()) {
                CRC32 crc32 = new CRC32();
                crc32.update(content.getValue());
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setSize(content.getValue().length);
                entry.setCrc(crc32.getValue());
                archive.putNextEntry(entry);
                archive.write(content.getValue());
                archive.closeEntry();
            }
        }
        return zip;
    }

    /// Changes the file that begins with these bytes, so that its CRC-32 is wrong.
    public static void spoil(Path zip, byte[] beginning) throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        for (int at = 0; at + beginning.length <= bytes.length; at++) {
            if (java.util.Arrays.equals(
                    bytes, at, at + beginning.length, beginning, 0, beginning.length)) {
                bytes[at] ^= 1;
                Files.write(zip, bytes);
                return;
            }
        }
        throw new IllegalArgumentException("no file begins like this");
    }

    /// Bytes that look random and are always the same.
    public static byte[] noise(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
