package dev.weft.cli;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// Names runs: by the time in UTC, and a few random digits so that two of one second differ.
final class RunId {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private RunId() {}

    static String next(Instant now) {
        byte[] random = new byte[2];
        new SecureRandom().nextBytes(random);
        return FORM.format(now) + "-" + HexFormat.of().formatHex(random);
    }
}
