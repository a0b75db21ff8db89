package com.regulars.contact;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ContactEntryRepository extends JpaRepository<ContactEntry, Long> {

    boolean existsByCorrectsId(long correctsId);

    @Query("""
            select entry from ContactEntry entry
             where entry.nextFor.key = :employeeKey and entry.nextStep <> '' and entry.nextDoneAt is null
             order by entry.id""")
    List<ContactEntry> openStepsOf(String employeeKey);
}
