package com.regulars.customer;

import com.regulars.shared.NotFoundException;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The cards that people change. */
interface CustomerRepository extends JpaRepository<Customer, Long> {

    /** The card, locked until the transaction ends: whoever comes second sees what the first made of it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.id = :id")
    Optional<Customer> findToChange(long id);

    /** @throws NotFoundException when there is no customer with this id */
    default Customer getToChange(long id) {
        return findToChange(id).orElseThrow(() -> new NotFoundException("customer", id));
    }
}
