package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.Allocation;
import dev.weft.diagnose.Diagnosis.HotMethod;
import dev.weft.diagnose.Diagnosis.JvmActivity;
import dev.weft.diagnose.Diagnosis.Place;
import dev.weft.diagnose.Diagnosis.Samples;
import dev.weft.diagnose.Diagnosis.Waits;
import dev.weft.plan.ModeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Formats diagnoses for display: the main finding as a sentence, then a few lines of figures for
/// each mode. No line is longer than 100 characters.
public final class DiagnosisText {
    private static final List<String> PREFACE =
            List.of(
                    "Why: what the JDK's flight recorder saw in the warm passes of one more trial of each mode.",
                    "Recording distorts times, so these trials stand apart: their times are not in the results.");

    /// Shares below this round to 0% and are left out.
    private static final double MIN_SHARE = 0.005;

    private static final int MAX_HOT_METHODS = 3;
    private static final int MAX_TYPES = 4;
    private static final int MAX_PLACES = 1;
    private static final Pattern PACKAGE = Pattern.compile("^(?:[a-z][a-z0-9_]*\\.)+(?=[A-Z])");

    private DiagnosisText() {}

    /// Returns the lines of the text; none if there is no diagnosis.
    public static List<String> lines(List<Diagnosis> diagnoses) {
        List<String> lines = new ArrayList<>();
        if (!diagnoses.isEmpty()) {
            lines.addAll(PREFACE);
        }
        for (Diagnosis diagnosis : diagnoses) {
            lines.add("");
            lines.addAll(paragraph(diagnosis));
        }
        return lines;
    }

    private static List<String> paragraph(Diagnosis diagnosis) {
        boolean virtual = diagnosis.subject().mode() == ModeName.VIRTUAL;
        TextWrapper lines = new TextWrapper();
        lines.sentence(MainFinding.sentence(diagnosis));
        if (diagnosis.samples().count() > 0) {
            lines.figure("layers", owners(diagnosis.samples()));
            lines.figures("hot methods", hot(diagnosis.samples()));
        }
        lines.figure("allocated", allocated(diagnosis));
        if (virtual || diagnosis.pins().count() > 0) {
            lines.figures("pinned", waits(diagnosis.pins()));
        }
        lines.figures("lock waits", waits(diagnosis.locks()));
        if (virtual) {
            lines.figure("", "(of virtual threads the recorder sees only those that are pinned)");
        }
        lines.figure("JVM", activity(diagnosis.activity()));
        return lines.lines();
    }

    private static String owners(Samples samples) {
        String shares =
                samples.owners().stream()
                        .filter(owner -> owner.share() >= MIN_SHARE)
                        .map(owner -> share(owner.codeOwner().label(), owner.share()))
                        .collect(Collectors.joining(", "));
        String lost =
                samples.lost() == 0
                        ? ""
                        : String.format(Locale.ROOT, ", %,d more lost", samples.lost());
        return String.format(
                Locale.ROOT,
                "%s (of %,d %s%s; within %.0f points)",
                shares,
                samples.count(),
                samples.sampler().label(),
                lost,
                Math.ceil(100 * samples.margin()));
    }

    private static String share(String name, double share) {
        return name + " " + QuantityFormat.percent(share);
    }

    private static List<String> hot(Samples samples) {
        return samples.hot().stream().limit(MAX_HOT_METHODS).map(DiagnosisText::hot).toList();
    }

    private static String hot(HotMethod method) {
        String owner =
                method.ownerMethod().equals(method.method())
                        ? method.codeOwner().label()
                        : "%s: %s"
                                .formatted(
                                        method.codeOwner().label(),
                                        shortName(method.ownerMethod()));
        return "%3s %s (%s)"
                .formatted(
                        QuantityFormat.percent(method.share()), shortName(method.method()), owner);
    }

    private static String allocated(Diagnosis diagnosis) {
        Allocation allocation = diagnosis.allocation();
        long uploads = diagnosis.subject().uploads();
        if (allocation.bytes() == 0 || uploads == 0) {
            return "nothing that was sampled";
        }
        String types =
                allocation.types().stream()
                        .limit(MAX_TYPES)
                        .map(type -> share(shortName(type.type()), type.share()))
                        .collect(Collectors.joining(", "));
        return "about %s an upload: %s"
                .formatted(QuantityFormat.kibibytes((double) allocation.bytes() / uploads), types);
    }

    private static List<String> waits(Waits waits) {
        if (waits.count() == 0) {
            return List.of("none");
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s, %s in all, the longest %s; the largest part:"
                        .formatted(
                                QuantityFormat.times(waits.count()),
                                QuantityFormat.time(waits.total()),
                                QuantityFormat.time(waits.longest())));
        waits.places().stream().limit(MAX_PLACES).map(DiagnosisText::place).forEach(lines::add);
        return lines;
    }

    private static String place(Place place) {
        return "%s at %s (%s, %s)"
                .formatted(
                        shortName(place.cause()),
                        shortName(place.method()),
                        QuantityFormat.times(place.count()),
                        QuantityFormat.time(place.total()));
    }

    private static String activity(JvmActivity jvm) {
        return "stopped %s for garbage, %s in all; its compilers were busy for %s"
                .formatted(
                        jvm.collections() == 0
                                ? "not once"
                                : QuantityFormat.times(jvm.collections()),
                        QuantityFormat.time(jvm.pauseTime()),
                        QuantityFormat.time(jvm.compileTime()));
    }

    /// Removes the package from a name.
    private static String shortName(String name) {
        return PACKAGE.matcher(name).replaceFirst("");
    }
}
