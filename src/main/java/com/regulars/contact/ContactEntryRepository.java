package com.regulars.contact;

import org.springframework.data.jpa.repository.JpaRepository;

interface ContactEntryRepository extends JpaRepository<ContactEntry, Long> {

    boolean existsByCorrectsId(long correctsId);
}
