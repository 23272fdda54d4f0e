package dev.weft.archive;

import dev.weft.plan.Items;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// A zip that was opened, with a directory that was read once from end to end.
record OpenArchive(ArchiveFile file, EndRecord end, Directory directory, Items items) {
    /// Opens a zip.
    ///
    /// @throws ArchiveException where it is none, or cannot be read, or holds no files
    static OpenArchive of(Path path) throws ArchiveException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new ArchiveException(
                        "%s is a folder, not a zip; name a zip file".formatted(path));
            }
            if (!attributes.isRegularFile()) {
                throw new ArchiveException(
                        "%s is not a regular file; name a zip file on disk".formatted(path));
            }
            if (!Files.isReadable(path)) {
                throw new AccessDeniedException(path.toString());
            }
            return of(path, new ArchiveFile(path.toFile()));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static OpenArchive of(Path path, ArchiveFile file)
            throws IOException, ArchiveException {
        boolean done = false;
        try {
            EndRecord end = findEnd(path, file);
            Directory directory = new Directory(file, end);
            Items items = survey(path, end, directory);
            directory.rewind();
            done = true;
            return new OpenArchive(file, end, directory, items);
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    private static EndRecord findEnd(Path path, ArchiveFile file)
            throws IOException, ArchiveException {
        if (file.length() == 0) {
            throw new ArchiveException(
                    "%s is an empty file, not a zip; make it again".formatted(path));
        }
        boolean beginsAsZip =
                file.length() >= Integer.BYTES
                        && file.slice(0, Integer.BYTES).getInt(0) == EntryBytes.HEADER_SIGNATURE;
        EndRecord end =
                EndRecord.find(file)
                        .orElseThrow(
                                () ->
                                        new ArchiveException(
                                                (beginsAsZip
                                                                ? "%s is truncated or damaged: no directory is found at its end; copy or make it again"
                                                                : "%s is not a zip; name a zip file")
                                                        .formatted(path)));
        // Else a zip that is stored in the lost rest of another would be taken for the whole.
        if (beginsAsZip && end.base() > 0) {
            throw new ArchiveException(
                    "%s is truncated or damaged: what its end belongs to is not what it begins with; copy or make it again"
                            .formatted(path));
        }
        return end;
    }

    private static Items survey(Path path, EndRecord end, Directory directory)
            throws IOException, ArchiveException {
        DirectorySurvey survey = new DirectorySurvey();
        try {
            for (var entry = directory.nextFile();
                    entry.isPresent();
                    entry = directory.nextFile()) {
                survey.add(entry.get());
            }
        } catch (DamagedDirectoryException e) {
            throw new ArchiveException(
                    "%s is damaged: %s; copy or make it again".formatted(path, e.getMessage()), e);
        }
        // Only the low bits, because programs without Zip64 write more entries than they can count.
        if ((directory.place() & 0xFFFF) != (end.entries() & 0xFFFF)) {
            throw new ArchiveException(
                    "%s is damaged: its directory lists %d entries and its end states %d; copy or make it again"
                            .formatted(path, directory.place(), end.entries()));
        }
        if (survey.files() == 0) {
            throw new ArchiveException(
                    "%s holds no files; make a zip with at least one".formatted(path));
        }
        return survey.items(end.comment());
    }

    /// Says why the operating system does not let us read a file.
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
