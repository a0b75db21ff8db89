package com.regulars.shell.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.shared.web.SearchSource.SearchHit;
import com.regulars.shell.search.MarkedText.Piece;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkedTextTests {

    @Test
    void marksEveryPlaceThatMatchesWhateverTheCase() {
        assertThat(MarkedText.of("Anna and anna", "ANNA").pieces())
                .containsExactly(new Piece("Anna", true), new Piece(" and ", false), new Piece("anna", true));
    }

    @Test
    void leavesTextWithoutAMatchWhole() {
        assertThat(MarkedText.of("张建国", "zjg").pieces()).containsExactly(new Piece("张建国", false));
    }

    @Test
    void givesEverySourceAShareOfTheHits() {
        var hits = GlobalSearch.fairly(List.of(hits("customer", 50), hits("card", 3)));

        assertThat(hits)
                .hasSize(20)
                .filteredOn(hit -> hit.kind().equals("card"))
                .hasSize(3);
    }

    private static List<SearchHit> hits(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SearchHit(kind, kind + i, "", "/" + kind + "/" + i))
                .toList();
    }
}
