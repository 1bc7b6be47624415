"""Readers and writers of other people's files: the only room that knows their libraries."""

from typing import TYPE_CHECKING

from lawtrack.faces import on_first_use

if TYPE_CHECKING:
    from lawtrack.drafts import Table
    from lawtrack.formats.comparison.concordance_html import (
        ConcordanceRow,
        concordance_columns,
        concordance_rows,
    )
    from lawtrack.formats.comparison.files import write_comparison, write_concordance
    from lawtrack.formats.comparison.html import comparison_columns
    from lawtrack.formats.comparison.merge_files import write_merge
    from lawtrack.formats.comparison.merge_rows import counts_of, joined_of, name_of
    from lawtrack.formats.instruments.amended_files import account, write_amended, write_applied
    from lawtrack.formats.instruments.decision_files import write_decision
    from lawtrack.formats.instruments.files import write_instrument
    from lawtrack.formats.instruments.verified_files import summary_of, verified_listing, write_verified
    from lawtrack.formats.layout import MARKS, Layout, Marks, Office, Origin, current_office, use_office
    from lawtrack.formats.listing.files import write_listing
    from lawtrack.formats.listing.model import Listing, ListingCell, marked_words, plain_words
    from lawtrack.formats.office_settings import (
        origin_of,
        read_office,
        stage_and_day,
    )
    from lawtrack.formats.opinions.columns import both_labels
    from lawtrack.formats.opinions.files import write_opinions
    from lawtrack.formats.opinions.intake import read_opinions, read_opinions_data, read_opinions_text
    from lawtrack.formats.plan.columns import column_word, dates_in_words
    from lawtrack.formats.plan.files import write_status
    from lawtrack.formats.plan.html import status_table
    from lawtrack.formats.plan.intake import read_published
    from lawtrack.formats.plan.pictures import pictures, pictures_images
    from lawtrack.formats.plan.screen import status_screen
    from lawtrack.formats.plan.text import status_json
    from lawtrack.formats.powers.listing import powers_listing
    from lawtrack.formats.powers.reading import PowersList
    from lawtrack.formats.procedure.dossier import Dossier, Fact
    from lawtrack.formats.procedure.files import DOCUMENTS, WITH_OPINIONS, kind_of_document, write_document
    from lawtrack.formats.reading import ReadText, called, read, read_data, read_text
    from lawtrack.formats.returned.reading import comparison_in, read_comparison
    from lawtrack.formats.returned.table import ClauseRemark, ReturnedTable
    from lawtrack.formats.tables_in import FileTables, read_tables, read_tables_data, tables_in_text
    from lawtrack.formats.web.assets import comparison_module, front_end, modules_in_order
    from lawtrack.formats.web.live_page import Column, front_end_words
    from lawtrack.formats.writing import write_bytes, write_text

__all__ = [
    "DOCUMENTS",
    "MARKS",
    "WITH_OPINIONS",
    "ClauseRemark",
    "Column",
    "ConcordanceRow",
    "Dossier",
    "Fact",
    "FileTables",
    "Layout",
    "Listing",
    "ListingCell",
    "Marks",
    "Office",
    "Origin",
    "PowersList",
    "ReadText",
    "ReturnedTable",
    "Table",
    "account",
    "both_labels",
    "called",
    "column_word",
    "comparison_columns",
    "comparison_in",
    "comparison_module",
    "concordance_columns",
    "concordance_rows",
    "counts_of",
    "current_office",
    "dates_in_words",
    "front_end",
    "front_end_words",
    "joined_of",
    "kind_of_document",
    "marked_words",
    "modules_in_order",
    "name_of",
    "origin_of",
    "pictures",
    "pictures_images",
    "plain_words",
    "powers_listing",
    "read",
    "read_comparison",
    "read_data",
    "read_office",
    "read_opinions",
    "read_opinions_data",
    "read_opinions_text",
    "read_published",
    "read_tables",
    "read_tables_data",
    "read_text",
    "stage_and_day",
    "status_json",
    "status_screen",
    "status_table",
    "summary_of",
    "tables_in_text",
    "use_office",
    "verified_listing",
    "write_amended",
    "write_applied",
    "write_bytes",
    "write_comparison",
    "write_concordance",
    "write_decision",
    "write_document",
    "write_instrument",
    "write_listing",
    "write_merge",
    "write_opinions",
    "write_status",
    "write_text",
    "write_verified",
]

__getattr__, __dir__ = on_first_use(
    __name__,
    {
        "ConcordanceRow": "lawtrack.formats.comparison.concordance_html",
        "concordance_rows": "lawtrack.formats.comparison.concordance_html",
        "concordance_columns": "lawtrack.formats.comparison.concordance_html",
        "comparison_columns": "lawtrack.formats.comparison.html",
        "Column": "lawtrack.formats.web.live_page",
        "Layout": "lawtrack.formats.layout",
        "MARKS": "lawtrack.formats.layout",
        "Marks": "lawtrack.formats.layout",
        "Office": "lawtrack.formats.layout",
        "current_office": "lawtrack.formats.layout",
        "use_office": "lawtrack.formats.layout",
        "Origin": "lawtrack.formats.layout",
        "Listing": "lawtrack.formats.listing.model",
        "ListingCell": "lawtrack.formats.listing.model",
        "PowersList": "lawtrack.formats.powers.reading",
        "powers_listing": "lawtrack.formats.powers.listing",
        "ReadText": "lawtrack.formats.reading",
        "ClauseRemark": "lawtrack.formats.returned.table",
        "ReturnedTable": "lawtrack.formats.returned.table",
        "called": "lawtrack.formats.reading",
        "read_comparison": "lawtrack.formats.returned.reading",
        "comparison_in": "lawtrack.formats.returned.reading",
        "FileTables": "lawtrack.formats.tables_in",
        "Table": "lawtrack.drafts",
        "read_tables": "lawtrack.formats.tables_in",
        "read_tables_data": "lawtrack.formats.tables_in",
        "tables_in_text": "lawtrack.formats.tables_in",
        "account": "lawtrack.formats.instruments.amended_files",
        "both_labels": "lawtrack.formats.opinions.columns",
        "counts_of": "lawtrack.formats.comparison.merge_rows",
        "joined_of": "lawtrack.formats.comparison.merge_rows",
        "name_of": "lawtrack.formats.comparison.merge_rows",
        "comparison_module": "lawtrack.formats.web.assets",
        "front_end": "lawtrack.formats.web.assets",
        "modules_in_order": "lawtrack.formats.web.assets",
        "front_end_words": "lawtrack.formats.web.live_page",
        "marked_words": "lawtrack.formats.listing.model",
        "origin_of": "lawtrack.formats.office_settings",
        "read_office": "lawtrack.formats.office_settings",
        "stage_and_day": "lawtrack.formats.office_settings",
        "Dossier": "lawtrack.formats.procedure.dossier",
        "Fact": "lawtrack.formats.procedure.dossier",
        "DOCUMENTS": "lawtrack.formats.procedure.files",
        "WITH_OPINIONS": "lawtrack.formats.procedure.files",
        "kind_of_document": "lawtrack.formats.procedure.files",
        "write_document": "lawtrack.formats.procedure.files",
        "dates_in_words": "lawtrack.formats.plan.columns",
        "pictures": "lawtrack.formats.plan.pictures",
        "pictures_images": "lawtrack.formats.plan.pictures",
        "plain_words": "lawtrack.formats.listing.model",
        "read": "lawtrack.formats.reading",
        "read_data": "lawtrack.formats.reading",
        "read_opinions": "lawtrack.formats.opinions.intake",
        "read_opinions_data": "lawtrack.formats.opinions.intake",
        "read_opinions_text": "lawtrack.formats.opinions.intake",
        "read_published": "lawtrack.formats.plan.intake",
        "read_text": "lawtrack.formats.reading",
        "status_json": "lawtrack.formats.plan.text",
        "status_screen": "lawtrack.formats.plan.screen",
        "status_table": "lawtrack.formats.plan.html",
        "column_word": "lawtrack.formats.plan.columns",
        "write_amended": "lawtrack.formats.instruments.amended_files",
        "write_applied": "lawtrack.formats.instruments.amended_files",
        "write_bytes": "lawtrack.formats.writing",
        "write_comparison": "lawtrack.formats.comparison.files",
        "write_concordance": "lawtrack.formats.comparison.files",
        "write_decision": "lawtrack.formats.instruments.decision_files",
        "write_instrument": "lawtrack.formats.instruments.files",
        "summary_of": "lawtrack.formats.instruments.verified_files",
        "verified_listing": "lawtrack.formats.instruments.verified_files",
        "write_verified": "lawtrack.formats.instruments.verified_files",
        "write_listing": "lawtrack.formats.listing.files",
        "write_merge": "lawtrack.formats.comparison.merge_files",
        "write_opinions": "lawtrack.formats.opinions.files",
        "write_status": "lawtrack.formats.plan.files",
        "write_text": "lawtrack.formats.writing",
    },
)
