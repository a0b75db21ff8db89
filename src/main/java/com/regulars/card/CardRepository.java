package com.regulars.card;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CardRepository extends JpaRepository<Card, Long> {

    boolean existsByNumber(String number);

    /** Two who change a card at once come one after the other, so that the second one reads what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select card from Card card where card.id = :id")
    Optional<Card> lockById(long id);
}
