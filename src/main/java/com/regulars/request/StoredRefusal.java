package com.regulars.request;

import com.regulars.shared.RefusedException;
import java.util.List;
import java.util.Map;

/** A refusal as it is kept for the retry. */
record StoredRefusal(String code, RefusedException.Reason reason, List<Object> args, Map<String, Object> properties) {

    static StoredRefusal of(RefusedException refused) {
        return new StoredRefusal(refused.getCode(), refused.getReason(), refused.getArgs(), refused.properties());
    }

    RefusedException replayed() {
        return new Replayed(this);
    }

    private static final class Replayed extends RefusedException {

        private final transient Map<String, Object> properties;

        Replayed(StoredRefusal stored) {
            super(stored.reason, stored.code, stored.args.toArray());
            this.properties = Map.copyOf(stored.properties);
        }

        @Override
        public boolean isReplayed() {
            return true;
        }

        @Override
        public Map<String, Object> properties() {
            return properties;
        }
    }
}
