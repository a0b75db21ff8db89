package com.regulars.request;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes that stay even when the request they belong to is refused, such as counting a PIN attempt. They are done in the
 * request's transaction before its savepoint, so that the locks they take are held until the end and no other request
 * slips in between: the work is interrupted, the write done, and the work started again, which then finds the result.
 */
public final class BeyondRefusal {

    private static final ScopedValue<BeyondRefusal> CURRENT = ScopedValue.newInstance();

    private final Map<String, Object> results = new HashMap<>();

    BeyondRefusal() {}

    /**
     * The result of a write that outlives a refusal, done once per request.
     *
     * @param name what tells it from others in the same request
     * @param write what to do; its result is never null. Outside an idempotent request it is simply done
     */
    public static <T> T once(String name, Class<T> type, Supplier<T> write) {
        if (!CURRENT.isBound()) {
            return write.get();
        }
        Object result = CURRENT.get().results.get(name);
        if (result == null) {
            throw new Wanted(name, write);
        }
        return type.cast(result);
    }

    <T> T run(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    void provide(Wanted wanted) {
        results.put(wanted.name, wanted.write.get());
    }

    /** Ends the work so that the write can be done first. */
    static final class Wanted extends RuntimeException {

        private final transient String name;
        private final transient Supplier<?> write;

        Wanted(String name, Supplier<?> write) {
            super("To be done before the savepoint: " + name, null, false, false);
            this.name = name;
            this.write = write;
        }
    }
}
