package com.regulars.customer.observation;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ObservationRepository extends JpaRepository<Observation, Long> {

    Optional<Observation> findByIdAndCustomerId(long id, long customerId);
}
