package com.regulars.customer.transfer;

import com.regulars.customer.CustomerKind;
import com.regulars.customer.Gender;
import com.regulars.customer.PhoneNumbers;
import com.regulars.customer.profile.ProfileReader;
import com.regulars.shared.InvalidFieldException;
import com.regulars.work.CsvImport;
import com.regulars.work.CsvRow;
import com.regulars.work.RowKeys;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** How a file of customers is read: which columns it may have and what their values mean. One object per file. */
@RequiredArgsConstructor
class CustomerFile implements CsvImport<ImportedCustomer> {

    private static final Set<String> COLUMNS =
            Set.of("external_ref", "name", "phone", "gender", "birthday", "email", "kind", "tags");

    private final ProfileReader fields;
    private final PhoneNumbers phones;
    private final BatchWriter writer;
    private final RowKeys keys = new RowKeys();

    @Override
    public Set<String> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("name");
    }

    @Override
    public ImportedCustomer read(CsvRow row) {
        String name = fields.name(row.find("name"));
        CustomerKind kind = constant("kind", row.find("kind"), CustomerKind::valueOf);
        String phone = phones.normaliseOrRefuse("phone", row.find("phone"));
        String email = fields.email(row.find("email"));
        Gender gender = constant("gender", row.find("gender"), Gender::valueOf);
        LocalDate birthday = fields.birthday(date(row.find("birthday")));
        String ref = fields.text("external_ref", row.find("external_ref"), 200);
        List<String> tags = tags(row.find("tags"));
        boolean unnamed = ref == null && phone == null;
        String key = unnamed ? keys.next(name, kind, email, gender, birthday, tags) : null;
        return new ImportedCustomer(name, kind, phone, email, gender, birthday, ref, key, tags);
    }

    /** Two rows about one customer are written one after the other. */
    @Override
    public Collection<String> keys(ImportedCustomer row) {
        return Stream.of(row.externalRef() == null ? null : "ref " + row.externalRef(), row.phone())
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Written write(List<ImportedCustomer> rows) {
        return writer.write(rows);
    }

    private static <T> @Nullable T constant(String field, @Nullable String text, Function<String, T> constants) {
        try {
            return text == null ? null : constants.apply(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidFieldException(field, "customer.unknownWord", String.valueOf(text));
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new InvalidFieldException("birthday", "customer.birthday", String.valueOf(text));
        }
    }

    private List<String> tags(@Nullable String text) {
        return text == null ? List.of() : fields.tags(List.of(text.split("[;；]")));
    }
}
