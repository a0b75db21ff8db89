package com.regulars.request;

import com.regulars.shared.SecretKeys;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes the fingerprint of what was asked. */
@Component
class Payloads {

    private static final String ALGORITHM = "HmacSHA256";

    private final ObjectWriter canonical;
    private final SecretKeySpec key;

    Payloads(JsonMapper mapper, SecretKeys keys) {
        this.canonical = mapper.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build()
                .writer();
        this.key = new SecretKeySpec(keys.derive("request.payload"), ALGORITHM);
    }

    /**
     * SHA-256 of the canonical JSON, where the order of properties makes no difference. Keyed, because a payload may
     * hold a PIN, which a plain hash would give away to whoever tries all million of them.
     */
    byte[] fingerprint(Object payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(canonical.writeValueAsBytes(payload));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
