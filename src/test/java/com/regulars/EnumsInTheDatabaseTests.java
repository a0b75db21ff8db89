package com.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.RegularsTest;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The words a column may hold are the words of its enum: a value added to one and not to the other would be refused by
 * the database at the first bill that has it.
 */
@RegularsTest
class EnumsInTheDatabaseTests {

    /** Column to enum, by its simple name; {@code −} leaves out values that this column never holds. */
    private static final Map<String, String> ENUMS = Map.ofEntries(
            Map.entry("card.status", "CardStatus"),
            Map.entry("card_event.kind", "CardEventKind"),
            Map.entry("card_event.status", "CardStatus"),
            Map.entry("card_top_up_reversal.cause", "RefundCause"),
            Map.entry("card_top_up_reversal.kind", "ReversalKind"),
            Map.entry("contact_entry.channel", "Channel"),
            Map.entry("contact_entry.direction", "Direction"),
            Map.entry("coupon.status", "CouponStatus − EXPIRED"),
            Map.entry("customer.gender", "Gender"),
            Map.entry("customer.kind", "CustomerKind"),
            Map.entry("customer.stage", "LifecycleStage"),
            Map.entry("customer_observation.category", "ObservationCategory"),
            Map.entry("customer_rating.previous", "SegmentState − LAPSED − NEW"),
            Map.entry("customer_rating.quadrant", "SegmentState − LAPSED − NEW"),
            Map.entry("feedback_ticket.category", "TicketCategory"),
            Map.entry("feedback_ticket.severity", "Severity"),
            Map.entry("feedback_ticket.source", "TicketSource"),
            Map.entry("feedback_ticket.status", "TicketStatus"),
            Map.entry("ledger_account.kind", "AccountKind"),
            Map.entry("ledger_account.unit", "Unit"),
            Map.entry("ledger_posting.kind", "PostingKind"),
            Map.entry("segment_figure.state", "SegmentState − NEW"),
            Map.entry("segment_membership.state", "SegmentState − NEW"),
            Map.entry("segment_run.status", "SegmentRun.Status"),
            Map.entry("segment_summary.state", "SegmentState"),
            Map.entry("segment_value_class.value_class", "ValueClass"),
            Map.entry("settlement.pay_by", "PayBy"),
            Map.entry("shift_cash_movement.direction", "CashMovement.Direction"),
            Map.entry("staff_one_time_link.purpose", "OneTimeLinks.Purpose"),
            Map.entry("visit.source", "VisitSource"),
            Map.entry("work_job.status", "JobStatus"));

    /** Columns whose words have no enum: they are written and read as they stand. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "customer_rating.status",
            Set.of("NEW", "LAPSED", "RATED"),
            "segment_run.origin",
            Set.of("NIGHTLY", "ASKED"),
            "segment_histogram.measure",
            Set.of("AVERAGE", "VISITS"));

    private static final Pattern IN_LIST =
            Pattern.compile("\\(?\\(?(\\w+)\\)?(?:::text)? = ANY \\(\\(?ARRAY\\[([^]]*)]\\)?(?:::text\\[])?\\)");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'::");

    private static final Map<String, Set<String>> CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.regulars").stream()
                    .filter(JavaClass::isEnum)
                    .collect(Collectors.toMap(EnumsInTheDatabaseTests::shortName, EnumsInTheDatabaseTests::words));

    @Autowired
    JdbcClient jdbc;

    /** One {@code column in (…)} of a constraint; the whole constraint, or a part of a longer condition. */
    private record InList(String constraint, String column, Set<String> words, boolean whole) {}

    @Test
    void everyListOfWordsIsTheListOfItsEnum() {
        var complaints = new ArrayList<String>();
        for (InList list : inLists()) {
            Set<String> allowed = allowed(list.column());
            if (allowed == null) {
                complaints.add(list.column() + " has no enum here; its words are " + list.words());
            } else if (list.whole() ? !list.words().equals(allowed) : !allowed.containsAll(list.words())) {
                complaints.add(list.constraint() + " says " + list.words() + ", the code says " + allowed);
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void nothingIsNamedHereThatNoConstraintLists() {
        var listed =
                inLists().stream().filter(InList::whole).map(InList::column).collect(Collectors.toSet());
        var named = new TreeSet<>(ENUMS.keySet());
        named.addAll(WORDS.keySet());
        assertThat(named).isEqualTo(new TreeSet<>(listed));
    }

    private static Set<String> allowed(String column) {
        if (WORDS.containsKey(column)) {
            return new TreeSet<>(WORDS.get(column));
        }
        String name = ENUMS.get(column);
        if (name == null) {
            return null;
        }
        String[] parts = name.split(" − ");
        assertThat(CODE).containsKey(parts[0]);
        var words = new TreeSet<>(CODE.get(parts[0]));
        Arrays.stream(parts)
                .skip(1)
                .forEach(left -> assertThat(words.remove(left)).as(left).isTrue());
        return words;
    }

    private List<InList> inLists() {
        var lists = new ArrayList<InList>();
        jdbc.sql("""
                select conname, conrelid::regclass::text as table_name, pg_get_constraintdef(oid) as definition
                  from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace
                """).query().listOfRows().forEach(row -> {
            String definition = (String) row.get("definition");
            var found = IN_LIST.matcher(definition);
            while (found.find()) {
                boolean whole = definition
                        .replaceAll("^CHECK|[() ]", "")
                        .equals(found.group().replaceAll("[() ]", ""));
                lists.add(new InList(
                        (String) row.get("conname"),
                        row.get("table_name") + "." + found.group(1),
                        literals(found.group(2)),
                        whole));
            }
        });
        return lists;
    }

    private static Set<String> literals(String array) {
        return LITERAL.matcher(array).results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code CardStatus}, {@code SegmentRun.Status}. */
    private static String shortName(JavaClass type) {
        return type.getName().replaceAll(".*\\.", "").replace('$', '.');
    }

    private static Set<String> words(JavaClass type) {
        return type.getEnumConstants().stream()
                .map(JavaEnumConstant::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
