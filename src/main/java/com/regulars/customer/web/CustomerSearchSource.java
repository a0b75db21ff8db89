package com.regulars.customer.web;

import com.regulars.access.Permission;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.shared.web.SearchSource;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Customers in the search box at the top of every page. */
@Component
@RequiredArgsConstructor
class CustomerSearchSource implements SearchSource {

    private final Customers customers;

    @Override
    public String permission() {
        return Permission.CUSTOMER_READ.name();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<SearchHit> search(String query, int limit) {
        return customers.search(query, limit).stream()
                .map(CustomerSearchSource::hit)
                .toList();
    }

    private static SearchHit hit(CustomerSummary customer) {
        String phone = customer.phoneMasked() == null ? "" : customer.phoneMasked() + " ";
        return new SearchHit("customer", customer.name(), phone + customer.number(), "/customers/" + customer.id());
    }
}
