package com.regulars.venue;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
class VenuePageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    Brands brands;

    @Autowired
    Fixtures fixtures;

    @ParameterizedTest
    @CsvSource({
        "XX, Asia/Shanghai, phoneRegion, 电话区域：没有“XX”这个电话区域",
        "cn, Asia/Shanghai, phoneRegion, 电话区域：没有“cn”这个电话区域",
        "CN, Mars/Base, zone, 时区：没有“Mars/Base”这个时区"
    })
    void aBrandIsNotSavedWithAPlaceThatDoesNotExist(String region, String zone, String field, String words) {
        var before = brands.current();
        assertThat(post("/venues/brand/edit", "name", "蜀园", "zone", zone, "phoneRegion", region, "language", "zh"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#" + field + "\">" + words, "id=\"" + field + "-error\"");
        assertThat(brands.current()).isEqualTo(before);
    }

    @Test
    void placesAreChosenFromLists() {
        assertThat(get("/venues/brand/edit"))
                .hasStatusOk()
                .bodyText()
                .contains("<option value=\"CN\" selected=\"selected\">中国 +86</option>")
                .contains("<option value=\"Europe/Berlin\">Europe/Berlin</option>")
                .doesNotContain("<option value=\"XX\"");
    }

    @Test
    void aVenueInAnUnknownZoneSaysSoAtItsField() {
        String code = fixtures.freshVenue().code();
        assertThat(post("/venues/" + code, "code", code, "name", "花园店", "zone", "Asia/Nowhere", "dayEnd", "25:00"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#dayEnd\">营业日结束：", "value=\"花园店\"");
        assertThat(post("/venues/" + code, "code", code, "name", "花园店", "zone", "Asia/Nowhere", "dayEnd", "04:00"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#zone\">时区：没有“Asia/Nowhere”这个时区");
    }

    @Test
    void theLogSaysWhatAVenueWasAndWhatItIsNow() {
        String code = fixtures.freshVenue().code();
        post("/venues/" + code, "code", code, "name", "花园店", "zone", "Europe/Berlin", "dayEnd", "05:30");
        assertThat(get("/audit?subject=" + code))
                .bodyText()
                .contains("名称", "→ 花园店", "时区：Asia/Shanghai → Europe/Berlin", "营业日结束：04:00 → 05:30", "门店 " + code)
                .doesNotContain("venue.zone");
    }

    @Test
    void theLogSaysWhatABrandWasAndWhatItIsNow() {
        var before = brands.current();
        post("/venues/brand/edit", "name", "蜀园新", "zone", before.zone().getId(), "phoneRegion", "CN", "language", "zh");
        assertThat(get("/audit?action=brand.changed"))
                .bodyText()
                .contains("品牌名称：" + before.name() + " → 蜀园新")
                .doesNotContain("brand 1");
        post(
                "/venues/brand/edit",
                "name",
                before.name(),
                "zone",
                before.zone().getId(),
                "phoneRegion",
                before.phoneRegion(),
                "language",
                before.language());
    }

    private MvcTestResult get(String uri) {
        return web.get()
                .uri(uri)
                .locale(Locale.CHINESE)
                .with(as(Role.ADMINISTRATOR))
                .exchange();
    }

    private MvcTestResult post(String uri, String... params) {
        var request = web.post()
                .uri(uri)
                .locale(Locale.CHINESE)
                .with(as(Role.ADMINISTRATOR))
                .with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }
}
