package com.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The walls of SQL: a module reads and writes its own tables, and reads views that others publish. */
class TableOwnershipTests {

    /** Tables that carry another name because a library gives it. */
    private static final Set<String> NAMED_BY_LIBRARIES =
            Set.of("spring_session", "spring_session_attributes", "event_publication");

    private final TableOwners owners = TableOwners.fromMigrations();

    @Test
    void tablesBearTheNameOfTheirModule() {
        var strangers = new TreeSet<String>();
        owners.all().forEach((table, module) -> {
            if (!table.equals(module) && !table.startsWith(module + "_") && !NAMED_BY_LIBRARIES.contains(table)) {
                strangers.add(table);
            }
        });
        assertThat(strangers).isEmpty();
    }

    @Test
    void modulesNameTheirOwnTablesAndPublishedViewsOnly() {
        assertThat(owners.foreignUses()).isEmpty();
    }

    @Test
    void noModuleHandsSqlToAnother() {
        assertThat(owners.publishedSql()).isEmpty();
    }

    /** The scan itself finds what it is there to find. */
    @Test
    void theScanSeesTablesHoweverTheyAreNamed() {
        assertThat(TableOwners.tables("select 1 from card c, customer v join visit on true"))
                .containsExactlyInAnyOrder("card", "customer", "visit");
        assertThat(TableOwners.tables(
                        "with x as (insert into a (b) values (nextval('seq_seq')) returning b) delete from only d"))
                .containsExactlyInAnyOrder("a", "seq", "d");
        assertThat(TableOwners.tables("update card set x = (select y from lateral (select 1) z)"))
                .contains("card");
        assertThat(TableOwners.texts("String a = \"select * \" + \"from card\"; String b = \"\"\"\n join visit\"\"\";"))
                .containsExactlyInAnyOrder("select * from card", "\n join visit");
        assertThat(TableOwners.isPublished("customer_v_name")).isTrue();
        assertThat(TableOwners.isPublished("customer_value")).isFalse();
    }
}
