package com.regulars.customer.web;

import com.regulars.customer.CustomerKind;
import com.regulars.customer.Gender;
import com.regulars.customer.RegisterCustomer;
import com.regulars.shared.web.Length;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What is typed about a new guest: a name and a telephone number are enough (R1.4). */
record NewCustomerForm(
        @Nullable CustomerKind kind,
        @NotBlank @Length(max = 200) String name,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 254) String email,
        @Nullable Gender gender,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate birthday,

        @Nullable List<String> tags) {

    NewCustomerForm {
        kind = kind == null ? CustomerKind.PERSON : kind;
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    static NewCustomerForm empty(@Nullable String name, @Nullable String phone) {
        return new NewCustomerForm(CustomerKind.PERSON, name == null ? "" : name, phone, null, null, null, List.of());
    }

    RegisterCustomer command() {
        return new RegisterCustomer(
                kind == null ? CustomerKind.PERSON : kind,
                name,
                phone,
                email,
                gender,
                birthday,
                null,
                tags == null ? List.of() : tags);
    }
}
