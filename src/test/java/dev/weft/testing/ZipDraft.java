package dev.weft.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A zip put down part by part, in the forms of the format that the JDK's writer does not use. It
/// knows where each part is.
public final class ZipDraft {
    /// What an entry, or the end, is written with.
    public enum Form {
        /// Compressed.
        DEFLATED,
        /// Its sizes and its CRC-32 behind its data, not before.
        DESCRIPTOR,
        /// Without the signature in front of these, which is optional.
        BARE_DESCRIPTOR,
        /// With all numbers in the field for 64 bits.
        WIDE,
        /// With a comment of its own.
        COMMENT
    }

    /// One part: what it is, and where.
    public record Part(String name, int start, int end) {
        /// A place inside it.
        public int middle() {
            return (start + end) / 2;
        }
    }

    private static final int FLAG_DESCRIPTOR = 1 << 3;
    private static final int FLAG_UTF8 = 1 << 11;
    private static final String REMARK = "a remark";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Part> parts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares entries.
    private record Entry(byte[] name, Set<Form> forms, byte[] content, byte[] data, int offset) {
        boolean has(Form form) {
            return forms.contains(form);
        }

        boolean describedBehind() {
            return has(Form.DESCRIPTOR) || has(Form.BARE_DESCRIPTOR);
        }

        long crc32() {
            CRC32 crc32 = new CRC32();
            crc32.update(content);
            return crc32.getValue();
        }
    }

    /// Adds a file with the content of [Zips#contentOf].
    public ZipDraft file(String name, Form... forms) {
        return file(name, Zips.contentOf(name), forms);
    }

    /// Adds a file.
    public ZipDraft file(String name, byte[] content, Form... forms) {
        Set<Form> all = EnumSet.noneOf(Form.class);
        all.addAll(List.of(forms));
        byte[] data = all.contains(Form.DEFLATED) ? deflated(content) : content;
        Entry entry =
                new Entry(name.getBytes(StandardCharsets.UTF_8), all, content, data, bytes.size());
        entries.add(entry);
        part("local header", common(entry, 0x04034b50, entry.describedBehind()));
        part("local name", entry.name());
        if (entry.has(Form.WIDE)) {
            part("local extra field", wideSizes(entry, false));
        }
        part("data", data);
        if (entry.describedBehind()) {
            part("data descriptor", descriptor(entry));
        }
        return this;
    }

    /// The zip, ended.
    public Zips end(Form... forms) {
        Set<Form> all = Set.of(forms);
        int start = bytes.size();
        for (Entry entry : entries) {
            part("directory record", record(entry));
            part("directory name", entry.name());
            if (entry.has(Form.WIDE)) {
                part("directory extra field", wideSizes(entry, true));
            }
            if (entry.has(Form.COMMENT)) {
                part("directory comment", remark());
            }
        }
        int length = bytes.size() - start;
        if (all.contains(Form.WIDE)) {
            part("Zip64 end record", wideEnd(start, length));
            part("Zip64 locator", locator(start + length));
        }
        int comment = all.contains(Form.COMMENT) ? REMARK.length() : 0;
        part("end record", end(all.contains(Form.WIDE), start, length, comment));
        if (comment > 0) {
            part("comment", remark());
        }
        return new Zips(bytes.toByteArray());
    }

    /// Its parts, in their order.
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    private void part(String name, byte[] content) {
        int start = bytes.size();
        bytes.writeBytes(content);
        parts.add(new Part(name, start, bytes.size()));
    }

    private void part(String name, ByteBuffer content) {
        part(name, bytes(content));
    }

    /// A local header, or what a record of the directory begins with but for its version.
    private static ByteBuffer common(Entry entry, int signature, boolean unknown) {
        boolean wide = entry.has(Form.WIDE);
        ByteBuffer header = buffer(30).putInt(signature).putShort((short) 45);
        header.putShort((short) (FLAG_UTF8 | (entry.describedBehind() ? FLAG_DESCRIPTOR : 0)));
        header.putShort((short) (entry.has(Form.DEFLATED) ? 8 : 0)).putInt(0);
        header.putInt(unknown ? 0 : (int) entry.crc32());
        header.putInt(wide ? -1 : unknown ? 0 : entry.data().length);
        header.putInt(wide ? -1 : unknown ? 0 : entry.content().length);
        return header.putShort((short) entry.name().length).putShort((short) (wide ? 20 : 0));
    }

    private static ByteBuffer record(Entry entry) {
        boolean wide = entry.has(Form.WIDE);
        byte[] common = bytes(common(entry, 0x02014b50, false));
        ByteBuffer record = buffer(46).put(common, 0, 4).putShort((short) 45).put(common, 4, 24);
        record.putShort((short) (wide ? 28 : 0));
        record.putShort((short) (entry.has(Form.COMMENT) ? REMARK.length() : 0));
        return record.putInt(0).putInt(0).putInt(wide ? -1 : entry.offset());
    }

    private static ByteBuffer wideSizes(Entry entry, boolean inDirectory) {
        boolean unknown = entry.describedBehind() && !inDirectory;
        ByteBuffer field = buffer(inDirectory ? 28 : 20).putShort((short) 1);
        field.putShort((short) (inDirectory ? 24 : 16));
        field.putLong(unknown ? 0 : entry.content().length);
        field.putLong(unknown ? 0 : entry.data().length);
        return inDirectory ? field.putLong(entry.offset()) : field;
    }

    private static ByteBuffer descriptor(Entry entry) {
        boolean wide = entry.has(Form.WIDE);
        boolean bare = entry.has(Form.BARE_DESCRIPTOR);
        ByteBuffer descriptor = buffer((bare ? 4 : 8) + (wide ? 16 : 8));
        if (!bare) {
            descriptor.putInt(0x08074b50);
        }
        descriptor.putInt((int) entry.crc32());
        return wide
                ? descriptor.putLong(entry.data().length).putLong(entry.content().length)
                : descriptor.putInt(entry.data().length).putInt(entry.content().length);
    }

    private ByteBuffer wideEnd(int start, int length) {
        ByteBuffer end = buffer(56).putInt(0x06064b50).putLong(44);
        end.putShort((short) 45).putShort((short) 45).putInt(0).putInt(0);
        return end.putLong(entries.size()).putLong(entries.size()).putLong(length).putLong(start);
    }

    private static ByteBuffer locator(int end) {
        return buffer(20).putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    }

    private ByteBuffer end(boolean wide, int start, int length, int comment) {
        short count = (short) (wide ? -1 : entries.size());
        ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0).putShort(count).putShort(count);
        return end.putInt(wide ? -1 : length).putInt(wide ? -1 : start).putShort((short) comment);
    }

    private static byte[] remark() {
        return REMARK.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] data = new byte[content.length + 64];
        int count = deflater.deflate(data);
        deflater.end();
        return Arrays.copyOf(data, count);
    }

    private static byte[] bytes(ByteBuffer written) {
        byte[] content = new byte[written.capacity()];
        written.get(0, content);
        return content;
    }

    private static ByteBuffer buffer(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }
}
