package com.regulars.shared.database;

import com.regulars.shared.SecretKeys;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with another secret than the one the database was written with: every PIN would silently be wrong.
 * That happens when a backup is restored without its key file, or when two nodes are given different secrets.
 */
@Slf4j
@Component
class SecretCheck implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final SecretKeys keys;
    private final Clock clock;
    private final boolean replaced;

    SecretCheck(
            JdbcClient jdbc,
            SecretKeys keys,
            Clock clock,
            @Value("${regulars.secret-replaced:false}") boolean replaced) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
        this.replaced = replaced;
    }

    /** Before the web server opens. */
    @Override
    public void afterSingletonsInstantiated() {
        byte[] ours = keys.derive("shared.secret-check");
        byte[] known = known(ours);
        if (MessageDigest.isEqual(ours, known)) {
            return;
        }
        if (!replaced) {
            throw new StartRefusedException(
                    "The secret is not the one this database was written with: PINs could not be checked.",
                    "Put the file regulars.secret (or REGULARS_SECRET) of this database back. Only if it is lost for "
                            + "good, start once with REGULARS_SECRET_REPLACED=true; all PINs must be set anew then.");
        }
        log.warn("The secret was replaced on request: PINs and tokens made with the earlier one are void");
        jdbc.sql("update shared_secret_check set fingerprint = :fingerprint, since = :now")
                .param("fingerprint", ours)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] known(byte[] ours) {
        jdbc.sql("""
                        insert into shared_secret_check (fingerprint, since) values (:fingerprint, :now)
                        on conflict do nothing
                        """)
                .param("fingerprint", ours)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select fingerprint from shared_secret_check")
                .query(byte[].class)
                .single();
    }
}
