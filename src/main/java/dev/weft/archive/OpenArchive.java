package dev.weft.archive;

import dev.weft.plan.ItemsSummary;
import dev.weft.plan.UnzipLimits;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// An open zip whose directory has been read and checked once.
record OpenArchive(ArchiveFile file, EndRecord end, Directory directory, ItemsSummary items) {
    /// Opens a zip and checks its directory.
    ///
    /// @throws ArchiveException if the file is not a readable zip, has no files, or exceeds a limit
    static OpenArchive of(Path path, UnzipLimits limits) throws ArchiveException {
        try {
            checkReadable(path);
            ArchiveFile file = new ArchiveFile(path.toFile());
            try {
                return of(path, file, limits);
            } catch (IOException | ArchiveException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static void checkReadable(Path path) throws IOException, ArchiveException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw refused(path, "is a folder, not a zip; name a zip file");
        }
        if (!attributes.isRegularFile()) {
            throw refused(path, "is not a regular file; name a zip file on disk");
        }
        if (!Files.isReadable(path)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    private static OpenArchive of(Path path, ArchiveFile file, UnzipLimits limits)
            throws IOException, ArchiveException {
        EndRecord end = findEnd(path, file);
        Directory directory = new Directory(file, end);
        ItemsSummary items =
                survey(path, end, directory, new ExpansionLimitCheck(limits, file.length()));
        directory.rewind();
        return new OpenArchive(file, end, directory, items);
    }

    private static EndRecord findEnd(Path path, ArchiveFile file)
            throws IOException, ArchiveException {
        if (file.length() == 0) {
            throw refused(path, "is an empty file, not a zip; make it again");
        }
        boolean beginsAsZip = beginsAsZip(file);
        Optional<EndRecord> end = new EndRecordSearch(file).find();
        if (end.isEmpty()) {
            throw refused(
                    path,
                    beginsAsZip
                            ? "is truncated or damaged: no directory is found at its end; copy or make it again"
                            : "is not a zip, or only a part of one; name a zip file");
        }
        if (end.get().disk() > 0) {
            throw refused(
                    path,
                    "is only the last part of a split zip; join the parts (zip -s 0) and name the whole");
        }
        // Else a zip inside a truncated zip would be opened in its place.
        if (beginsAsZip && end.get().base() > 0) {
            throw refused(
                    path,
                    "is truncated or damaged: what its end belongs to is not what it begins with; copy or make it again");
        }
        return end.get();
    }

    private static boolean beginsAsZip(ArchiveFile file) throws IOException {
        return file.length() >= Integer.BYTES
                && file.slice(0, Integer.BYTES).getInt(0) == EntryBytes.HEADER_SIGNATURE;
    }

    private static ItemsSummary survey(
            Path path, EndRecord end, Directory directory, ExpansionLimitCheck expansion)
            throws IOException, ArchiveException {
        DirectorySurvey survey = new DirectorySurvey();
        try {
            for (var entry = directory.nextFile();
                    entry.isPresent();
                    entry = directory.nextFile()) {
                survey.add(entry.get());
                expansion.add(entry.get());
            }
        } catch (DamagedDirectoryException e) {
            throw refused(path, "is damaged: %s; copy or make it again".formatted(e.getMessage()));
        }
        // Only the low 16 bits: programs without Zip64 write more entries than the field can count.
        if ((directory.entries() & 0xFFFF) != (end.entries() & 0xFFFF)) {
            throw refused(
                    path,
                    "is damaged: its directory lists %d entries and its end states %d; copy or make it again"
                            .formatted(directory.entries(), end.entries()));
        }
        if (survey.files() == 0) {
            throw refused(path, "holds no files; make a zip with at least one");
        }
        if (expansion.complaint().isPresent()) {
            throw refused(path, expansion.complaint().get());
        }
        return survey.items(String.valueOf(path.getFileName()), end.comment());
    }

    private static ArchiveException refused(Path path, String problem) {
        return new ArchiveException(path + " " + problem);
    }

    /// Describes a read error of the operating system.
    static ArchiveException unreadable(Path path, IOException reason) {
        return new ArchiveException(
                switch (reason) {
                    case NoSuchFileException _ ->
                            "%s does not exist; check the path, or make a zip with create-zip"
                                    .formatted(path);
                    case AccessDeniedException _ ->
                            "%s may not be read by this user; change its permissions"
                                    .formatted(path);
                    case EOFException _ ->
                            "%s changed while it was read; try again when nothing writes to it"
                                    .formatted(path);
                    default ->
                            "%s cannot be read (%s); check the path and the disk"
                                    .formatted(path, reason.getMessage());
                },
                reason);
    }
}
