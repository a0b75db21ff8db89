package com.regulars.shared.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are on the disk when the call returns, and that only their owner may read. */
final class DurableFiles {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private DurableFiles() {}

    static void write(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, NEW, ownerOnly("rw-------"))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    /** @return how many bytes were copied; the source may grow meanwhile */
    static long copy(Path from, Path to) throws IOException {
        try (var in = FileChannel.open(from, StandardOpenOption.READ);
                var out = FileChannel.open(to, NEW, ownerOnly("rw-------"))) {
            long size = in.size();
            long copied = 0;
            while (copied < size) {
                long step = in.transferTo(copied, size - copied, out);
                if (step <= 0) {
                    break;
                }
                copied += step;
            }
            out.force(true);
            return copied;
        }
    }

    static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, ownerOnly("rwx------"));
    }

    /** Makes the names in a directory last, where the system can. */
    static void flushDirectory(Path directory) throws IOException {
        if (!PostgresBinaries.isWindows()) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** PostgreSQL opens no folder that others may enter; a copied one often lets them. */
    static void keepFromOthers(Path directory) throws IOException {
        if (knowsPermissions()) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return knowsPermissions()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean knowsPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
