package com.regulars.shared.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.util.StringUtils;

/** A file that holds one random text and that only its owner may read. */
record SecretFile(Path path) {

    private static final int RANDOM_BYTES = 32;

    static SecretFile in(Path directory, String name) {
        return new SecretFile(directory.toAbsolutePath().normalize().resolve(name));
    }

    /** The text in the file; a new random one when there is no file yet. */
    String readOrCreate() throws IOException {
        if (!Files.exists(path)) {
            write(random());
        }
        String text = Files.readString(path).strip();
        if (!StringUtils.hasText(text)) {
            throw new StartRefusedException(
                    "The file " + path + " is empty.",
                    "Put it back from a safe copy; only for an installation without data may it be deleted.");
        }
        return text;
    }

    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Written beside and moved into place, so that a crash leaves either no file or a whole one. */
    private void write(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (var channel = FileChannel.open(
                unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
