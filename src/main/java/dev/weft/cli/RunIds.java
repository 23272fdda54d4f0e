package dev.weft.cli;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names runs: by the time in UTC, and a few random digits so that two of one second differ.
final class RunIds {
    /// What stands for one in help.
    static final String LABEL = "RUN_ID";

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern SHAPE = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{4}");

    private RunIds() {}

    /// Whether a name has the shape of those that this class gives.
    static boolean isOne(String name) {
        return SHAPE.matcher(name).matches();
    }

    static String next(Instant now) {
        byte[] random = new byte[2];
        new SecureRandom().nextBytes(random);
        return FORM.format(now) + "-" + HexFormat.of().formatHex(random);
    }
}
