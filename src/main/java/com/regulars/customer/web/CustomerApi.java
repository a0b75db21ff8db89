package com.regulars.customer.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.CustomerKind;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.customer.Gender;
import com.regulars.customer.RegisterCustomer;
import com.regulars.customer.transfer.CustomerImports;
import com.regulars.shared.web.Length;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Customers for tills and other systems. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class CustomerApi {

    private final CustomerRegistration registration;
    private final Customers customers;
    private final CustomerImports imports;

    @PostMapping("/customers")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.CUSTOMER_EDIT)
    CustomerAnswer register(@Valid @RequestBody RegisterRequest request) {
        return CustomerAnswer.of(registration.register(request.command()));
    }

    @GetMapping("/customers/{id}")
    @Requires(Permission.CUSTOMER_READ)
    CustomerAnswer show(@PathVariable long id) {
        return CustomerAnswer.of(customers.get(id));
    }

    @GetMapping("/customers")
    @Requires(Permission.CUSTOMER_READ)
    ListAnswer list(
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable @Size(max = 1000) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var page = q == null || q.isBlank() ? customers.all(after, limit) : customers.find(q, after, limit);
        return new ListAnswer(page.items().stream().map(CustomerAnswer::of).toList(), page.next());
    }

    @PostMapping("/imports/customers")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.CUSTOMER_IMPORT)
    StartedImport importCustomers(@RequestParam MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            long id = imports.start(content, String.valueOf(file.getOriginalFilename()));
            return new StartedImport(String.valueOf(id));
        }
    }

    record RegisterRequest(
            @NotNull CustomerKind kind,
            @NotBlank @Length(max = 200) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 254) String email,
            @Nullable Gender gender,
            @Nullable LocalDate birthday,
            @Nullable @Size(max = 200) String externalRef,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 60) String> tags) {

        RegisterCustomer command() {
            List<String> given = tags == null ? List.of() : tags;
            return new RegisterCustomer(kind, name, phone, email, gender, birthday, externalRef, given);
        }
    }

    record CustomerAnswer(
            String id,
            String number,
            String name,
            @Nullable String phone,
            String kind,
            String stage,
            Instant createdAt) {

        static CustomerAnswer of(CustomerSummary customer) {
            return new CustomerAnswer(
                    String.valueOf(customer.id()),
                    customer.number(),
                    customer.name(),
                    customer.phoneMasked(),
                    customer.kind().name(),
                    customer.stage().name(),
                    customer.createdAt());
        }
    }

    record ListAnswer(List<CustomerAnswer> items, @Nullable String next) {}

    record StartedImport(String id) {}
}
