package com.regulars.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * What a piece of work asks of the database: the statements its thread sends, in order. A batch is one statement, for it
 * is one way to the server and back; beginning and ending a transaction are none. Jobs of other threads do not count.
 *
 * <p>{@code assertThat(StatementCount.during(() -> web.get().uri("/customers").exchange())).hasSizeLessThanOrEqualTo(5)}
 * lists the statements when there are too many.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCount {

    private static final ThreadLocal<List<String>> RECORD = new ThreadLocal<>();

    /** The statements that this thread sends while it does the work. */
    public static List<String> during(ThrowingCallable work) {
        List<String> before = RECORD.get();
        List<String> statements = new ArrayList<>();
        RECORD.set(statements);
        try {
            work.call();
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        } finally {
            RECORD.set(before);
        }
        return statements;
    }

    @Bean
    static BeanPostProcessor countingPool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    pool.setDriverClassName(CountingDriver.class.getName());
                }
                return bean;
            }
        };
    }

    /** Opens the connections of the pool. */
    public static final class CountingDriver extends org.postgresql.Driver {

        @Override
        public Connection connect(String url, Properties properties) throws SQLException {
            Connection connection = super.connect(url, properties);
            return connection == null
                    ? null
                    : proxy(Connection.class, (proxy, method, arguments) -> {
                        Object made = call(connection, method, arguments);
                        return made instanceof Statement statement ? counted(statement, method, arguments) : made;
                    });
        }

        private static Object counted(Statement statement, Method made, Object[] arguments) {
            String prepared = arguments != null && arguments[0] instanceof String sql ? sql : "";
            return proxy(made.getReturnType(), (proxy, method, values) -> {
                if (method.getName().startsWith("execute") && RECORD.get() != null) {
                    RECORD.get().add(values != null && values[0] instanceof String sql ? sql : prepared);
                }
                return call(statement, method, values);
            });
        }

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }

        private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
    }
}
