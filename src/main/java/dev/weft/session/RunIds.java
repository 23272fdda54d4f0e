package dev.weft.session;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Generates run ids: the time in UTC and four random digits, which distinguish runs of the same
/// second.
public final class RunIds {
    /// Placeholder of a run id in help texts.
    public static final String LABEL = "RUN_ID";

    private static final DateTimeFormatter TIME_FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern ID = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{4}");

    private RunIds() {}

    /// Returns whether a name has the form of a run id.
    public static boolean isRunId(String name) {
        return ID.matcher(name).matches();
    }

    public static String next(Instant now) {
        byte[] random = new byte[2];
        new SecureRandom().nextBytes(random);
        return TIME_FORMAT.format(now) + "-" + HexFormat.of().formatHex(random);
    }
}
