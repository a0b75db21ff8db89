package com.regulars.request;

import com.regulars.shared.RefusedException;
import com.regulars.shared.stored.StoredShape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as it is kept for the retry, in its first shape. Arguments are text and whole numbers.
 *
 * @param reason name of a {@link RefusedException.Reason}; one that is no longer known counts as a rule
 */
@StoredShape("refusal/1")
record StoredRefusal(
        @Nullable String code,
        @Nullable String reason,
        @Nullable List<Object> args,
        @Nullable Map<String, Object> properties) {

    static StoredRefusal of(RefusedException refused) {
        return new StoredRefusal(
                refused.getCode(), refused.getReason().name(), refused.getArgs(), refused.properties());
    }

    RefusedException replayed(String problem) {
        return new Replayed(this, problem);
    }

    private RefusedException.Reason knownReason() {
        return "CONFLICT".equals(reason) ? RefusedException.Reason.CONFLICT : RefusedException.Reason.RULE;
    }

    private static final class Replayed extends RefusedException {

        private final transient Map<String, Object> properties;
        private final String problem;

        Replayed(StoredRefusal stored, String problem) {
            super(
                    stored.knownReason(),
                    Objects.requireNonNullElse(stored.code, "REFUSED"),
                    Objects.requireNonNullElse(stored.args, List.of()).toArray());
            this.properties = Objects.requireNonNullElse(stored.properties, Map.of());
            this.problem = problem;
        }

        @Override
        public boolean isReplayed() {
            return true;
        }

        @Override
        public String storedProblem() {
            return problem;
        }

        @Override
        public Map<String, Object> properties() {
            return properties;
        }
    }
}
