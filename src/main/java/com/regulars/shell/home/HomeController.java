package com.regulars.shell.home;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.web.HomeTile;
import com.regulars.shell.frame.PageFrame;
import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in, put together from what the modules contribute. */
@Controller
@RequiredArgsConstructor
class HomeController {

    private final ObjectProvider<HomeTile> tiles;
    private final PageFrame frame;
    private final Greeting greeting;
    private final RecentCustomers recentCustomers;

    @GetMapping("/")
    @Requires(Permission.SIGNED_IN)
    String home(Model model, HttpSession session) {
        model.addAttribute("greeting", greeting.now());
        model.addAttribute("recent", frame.may("CUSTOMER_READ") ? recentCustomers.of(session) : List.of());
        model.addAttribute("tillIsMine", frame.role().equals("CASHIER"));
        var shown = permittedTiles();
        model.addAttribute("wide", of(shown, HomeTile.Width.FULL));
        model.addAttribute("main", of(shown, HomeTile.Width.TWO_THIRDS));
        model.addAttribute("beside", of(shown, HomeTile.Width.THIRD));
        return "shell/home";
    }

    private List<ShownTile> permittedTiles() {
        return tiles.stream()
                .filter(tile -> frame.may(tile.permission()))
                .sorted(Comparator.comparingInt(HomeTile::order))
                .map(tile -> new ShownTile(tile.fragment(), tile.width(), tile.model()))
                .toList();
    }

    private static List<ShownTile> of(List<ShownTile> tiles, HomeTile.Width width) {
        return tiles.stream().filter(tile -> tile.width() == width).toList();
    }

    /** A tile as the page draws it. */
    record ShownTile(String fragment, HomeTile.Width width, Map<String, Object> model) {}
}
