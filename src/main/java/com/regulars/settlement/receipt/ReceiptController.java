package com.regulars.settlement.receipt;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.settlement.Settlements;
import com.regulars.shared.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The receipt as a page to look at and to print (R4.8). Printing is counted, so a second print says it is a copy. */
@Controller
@Requires(Permission.BILL_READ)
@RequiredArgsConstructor
class ReceiptController {

    /** Which print this is; only counting it puts it here, no address does. */
    private static final String COUNTED = "countedCopy";

    private final Receipts receipts;
    private final Settlements settlements;

    @GetMapping({"/settlements/{id}/receipt", "/api/v1/settlements/{id}/receipt"})
    @Operation
    @ApiResponse(
            responseCode = "200",
            description = "The printable receipt",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "80") String paper,
            HttpServletRequest request,
            Model model) {
        boolean counted = model.getAttribute(COUNTED) instanceof Integer;
        model.addAttribute("receipt", receipts.get(parse(id), (Integer) model.getAttribute(COUNTED), paper));
        model.addAttribute("print", counted);
        model.addAttribute("viewOnly", !counted && !request.getRequestURI().startsWith("/api/"));
        return "settlement/receipt";
    }

    /** Counts the print and shows the page that prints itself. */
    @PostMapping("/settlements/{id}/receipt/prints")
    String print(@PathVariable long id, @RequestParam(defaultValue = "80") String paper, RedirectAttributes redirect) {
        int copy = settlements.printReceipt(id);
        redirect.addAttribute("paper", Receipts.paper(paper));
        redirect.addFlashAttribute(COUNTED, copy);
        return "redirect:/settlements/" + id + "/receipt";
    }

    private static long parse(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundException("settlement", id);
        }
        return Long.parseLong(id);
    }
}
