package com.regulars.ledger.check;

import com.regulars.ledger.CausesPostings;
import com.regulars.ledger.KeepsLaws;
import com.regulars.ledger.check.PlacedFinding.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the pages of what a verification found: a posting leads to the bill or top-up it came from, a holder to the card. */
@Component
class FindingPlaces {

    private final JdbcClient jdbc;
    private final FindingUnits units;
    private final List<CausesPostings> causing;
    private final List<KeepsLaws> keeping;

    FindingPlaces(JdbcClient jdbc, FindingUnits units, List<CausesPostings> causing, List<KeepsLaws> keeping) {
        this.jdbc = jdbc;
        this.units = units;
        this.causing = causing;
        this.keeping = keeping;
    }

    List<PlacedFinding> of(List<Finding> findings) {
        Map<Long, Place> holders = holders(findings.stream()
                .flatMap(finding -> finding.holders().stream())
                .distinct()
                .toList());
        Map<Long, Place> causes = causes(findings.stream()
                .filter(finding -> finding.subject().equals("posting"))
                .map(Finding::subjectId)
                .distinct()
                .toList());
        var unitOf = units.of(findings);
        return findings.stream()
                .map(finding -> new PlacedFinding(
                        finding,
                        unitOf.apply(finding).orElse(null),
                        places(finding, causes.get(finding.subjectId())),
                        finding.holders().stream()
                                .map(holder ->
                                        holders.getOrDefault(holder, new Place("card", String.valueOf(holder), null)))
                                .toList()))
                .toList();
    }

    /** Who holds accounts, by their ids. */
    Map<Long, Place> holders(Collection<Long> ids) {
        Map<Long, Place> holders = new TreeMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select distinct holder_id, label, page from ("
                            + Unions.of(causing.stream().flatMap(module -> module.holders().stream()))
                            + ") h where holder_id = any (:holders)")
                    .param("holders", ids.toArray(Long[]::new))
                    .query(row -> {
                        holders.put(
                                row.getLong("holder_id"),
                                new Place("card", row.getString("label"), row.getString("page")));
                    });
        }
        return holders;
    }

    private Map<Long, Place> causes(Collection<Long> postings) {
        Map<Long, Place> causes = new TreeMap<>();
        if (!postings.isEmpty()) {
            jdbc.sql("select posting_id, cause, cause_id, label from ("
                            + Unions.of(causing.stream().map(CausesPostings::causes))
                            + ") k where posting_id = any (:postings)")
                    .param("postings", postings.toArray(Long[]::new))
                    .query(row -> {
                        causes.put(
                                row.getLong("posting_id"),
                                place(row.getString("cause"), row.getLong("cause_id"), row.getString("label")));
                    });
        }
        return causes;
    }

    private List<Place> places(Finding finding, @Nullable Place cause) {
        List<Place> places = new ArrayList<>();
        places.add(place(finding.subject(), finding.subjectId(), finding.label()));
        if (finding.subject().equals("posting") && cause != null) {
            places.add(cause);
        }
        return places;
    }

    private Place place(String subject, long id, @Nullable String label) {
        String name = label == null || label.isEmpty() ? String.valueOf(id) : label;
        return new Place(
                subject,
                subject.equals("posting") ? id + " " + (label == null ? "" : label) : name,
                keeping.stream()
                        .flatMap(module -> Stream.ofNullable(module.pages().get(subject)))
                        .findFirst()
                        .map(page -> page.replace("{id}", String.valueOf(id)).replace("{label}", name))
                        .orElse(null));
    }
}
