package com.regulars.shell.search;

import com.regulars.shared.web.SearchSource;
import com.regulars.shared.web.SearchSource.SearchHit;
import com.regulars.shell.frame.PageFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every module whose things the actor may see, and lets each have its say among at most twenty hits. */
@Component
@RequiredArgsConstructor
class GlobalSearch {

    static final int LIMIT = 20;

    private final ObjectProvider<SearchSource> sources;
    private final PageFrame frame;

    /**
     * A hit with what matched marked.
     *
     * @param number position in the list, for the page's ids
     */
    record Found(int number, String kind, MarkedText title, MarkedText detail, String url) {}

    List<Found> find(String query) {
        var perSource = sources.stream()
                .filter(source -> frame.may(source.permission()))
                .sorted(Comparator.comparingInt(SearchSource::order))
                .map(source -> source.search(query, LIMIT))
                .toList();
        var hits = fairly(perSource);
        var found = new ArrayList<Found>();
        for (SearchHit hit : hits) {
            found.add(new Found(
                    found.size() + 1,
                    hit.kind(),
                    MarkedText.of(hit.title(), query),
                    MarkedText.of(hit.detail(), query),
                    hit.url()));
        }
        return found;
    }

    /** Every source keeps its order and gets an equal share; what one leaves over goes to those before it. */
    static List<SearchHit> fairly(List<List<SearchHit>> perSource) {
        var taken = new int[perSource.size()];
        int left = LIMIT;
        boolean any = true;
        while (left > 0 && any) {
            any = false;
            for (int i = 0; i < taken.length && left > 0; i++) {
                if (taken[i] < perSource.get(i).size()) {
                    taken[i]++;
                    left--;
                    any = true;
                }
            }
        }
        var hits = new ArrayList<SearchHit>();
        for (int i = 0; i < taken.length; i++) {
            hits.addAll(perSource.get(i).subList(0, taken[i]));
        }
        return hits;
    }
}
