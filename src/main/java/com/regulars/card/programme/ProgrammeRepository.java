package com.regulars.card.programme;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProgrammeRepository extends JpaRepository<CardProgramme, Long> {

    boolean existsByCode(String code);

    /** All programmes with all their terms, the oldest programme first. */
    @Query(
            "select distinct programme from CardProgramme programme left join fetch programme.versions order by programme.id")
    List<CardProgramme> readBook();
}
