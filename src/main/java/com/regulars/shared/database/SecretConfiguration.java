package com.regulars.shared.database;

import com.regulars.shared.SecretKeys;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** Finds the installation's secret: as it was given, or in the file beside the embedded database. */
@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    private static final int SHORTEST = 16;

    @Bean
    SecretKeys secretKeys(
            @Value("${regulars.secret:#{null}}") @Nullable String given,
            @Value("${regulars.data-dir}") Path dataDir,
            Environment environment)
            throws IOException {
        if (StringUtils.hasText(given)) {
            requireLength(given);
            return SecretKeys.of(given);
        }
        if (mustBeGiven(environment)) {
            throw new StartRefusedException(
                    "An external database is used, but no secret for PINs, tokens and encryption is given.",
                    "Set REGULARS_SECRET to a long random text (for example from \"openssl rand -hex 32\"), "
                            + "keep it outside the database, and give every node the same.");
        }
        return SecretKeys.of(SecretFile.in(dataDir, "regulars.secret").readOrCreate());
    }

    /** A backup tells who is right about a PIN; a short secret could be guessed with it. */
    private static void requireLength(String given) {
        if (given.strip().length() < SHORTEST) {
            throw new StartRefusedException(
                    "REGULARS_SECRET has %d characters and needs at least %d."
                            .formatted(given.strip().length(), SHORTEST),
                    "Set it to a long random text, for example from \"openssl rand -hex 32\", before the first start: "
                            + "with another secret the PINs that are already set could not be checked.");
        }
    }

    private static boolean mustBeGiven(Environment environment) {
        return environment.containsProperty("spring.datasource.url")
                && !environment.acceptsProfiles(Profiles.of("demo"));
    }
}
