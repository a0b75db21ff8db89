package com.regulars.request;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes that stay even when the request they belong to is refused, such as counting a PIN attempt. They are the first
 * that a request writes; a savepoint follows each, to which a refusal goes back, so that the locks they take are held
 * until the end and no other request slips in between.
 */
public final class BeyondRefusal {

    private static final ScopedValue<BeyondRefusal> CURRENT = ScopedValue.newInstance();

    private final Savepoints savepoints;
    private final Map<String, Object> results = new HashMap<>();
    private Savepoints.@Nullable Savepoint savepoint;

    BeyondRefusal(Savepoints savepoints) {
        this.savepoints = savepoints;
    }

    /**
     * The result of a write that outlives a refusal, done once per request.
     *
     * @param name what tells it from others in the same request
     * @param write what to do; its result is never null. Outside a once-only request it is simply done
     */
    public static <T> T once(String name, Class<T> type, Supplier<T> write) {
        return CURRENT.isBound() ? type.cast(CURRENT.get().result(name, write)) : write.get();
    }

    private Object result(String name, Supplier<?> write) {
        Object known = results.get(name);
        if (known != null) {
            return known;
        }
        Object result = write.get();
        results.put(name, result);
        savepoint = savepoints.set();
        return result;
    }

    <T> T run(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** Undoes what came after the last of these writes; false when there was none, so that the whole work has to go. */
    boolean rollBack() {
        if (savepoint == null) {
            return false;
        }
        savepoint.rollBack();
        return true;
    }
}
