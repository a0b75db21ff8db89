package com.regulars.shared.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
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
        Path directory = Objects.requireNonNull(path.getParent());
        Files.createDirectories(directory);
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        DurableFiles.write(unfinished, text + "\n");
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.flushDirectory(directory);
    }
}
