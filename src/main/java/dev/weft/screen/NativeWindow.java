package dev.weft.screen;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/// The window of a file descriptor, by `ioctl(TIOCGWINSZ)`. A call takes a microsecond, so a change
/// of size needs no signal.
///
/// @param descriptor file descriptor, such as 2 for standard error
public record NativeWindow(int descriptor) implements TerminalWindow {
    /// Size of `struct winsize`: rows, columns and two unused fields.
    private static final long BYTES = 8;

    private static final long COLUMNS = 2;

    private static final boolean MAC = system("mac");
    private static final long TIOCGWINSZ = MAC ? 0x40087468L : 0x5413L;

    /// Links the native function at its first use, because that takes 50 ms in a new JVM.
    private static final class Call {
        private static final Optional<MethodHandle> IOCTL = link();
    }

    @Override
    public Optional<Size> size() {
        return Call.IOCTL.flatMap(this::call);
    }

    private Optional<Size> call(MethodHandle ioctl) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(BYTES, JAVA_LONG.byteAlignment());
            int failed = (int) ioctl.invokeExact(descriptor, TIOCGWINSZ, size);
            int rows = Short.toUnsignedInt(size.get(JAVA_SHORT, 0));
            int columns = Short.toUnsignedInt(size.get(JAVA_SHORT, COLUMNS));
            // A pseudo terminal may have the size 0.
            return failed == 0 && rows > 0 && columns > 0
                    ? Optional.of(new Size(columns, rows))
                    : Optional.empty();
        } catch (Throwable e) {
            // A method handle declares Throwable; this one throws nothing.
            throw new IllegalStateException("ioctl", e);
        }
    }

    // The scripts start every JVM with native access. Without it, the default size holds.
    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> link() {
        if (ADDRESS.byteSize() != Long.BYTES || !(MAC || system("linux"))) {
            return Optional.empty();
        }
        try {
            Linker linker = Linker.nativeLinker();
            FunctionDescriptor signature =
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
            return linker.defaultLookup()
                    .find("ioctl")
                    .map(
                            function ->
                                    linker.downcallHandle(
                                            function,
                                            signature,
                                            Linker.Option.firstVariadicArg(2)));
        } catch (IllegalCallerException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static boolean system(String name) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith(name);
    }
}
