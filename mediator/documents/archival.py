"""Makes a PDF fit to be kept: PDF/A-2b, which says in itself what it is and which colours it means."""

import re
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

# ISO 19005-2, 6.6.2 and 6.6.4: the packet is plain XMP, and what it says of the title is what /Info says.
XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
SRGB: Final = "sRGB IEC61966-2.1"
_NO_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def archival(data: bytes, *, title: str, author: str, producer: str) -> bytes:
    """Rewrite a PDF whose fonts are inside as PDF/A-2b; the same bytes give the same bytes."""
    from pikepdf import Array, Name, Pdf  # noqa: PLC0415  # loads longer than a paper takes: not at the start

    info = {"title": title, "author": author, "producer": producer}
    said = {key: _NO_XML.sub("", text) for key, text in info.items()}
    packet = XMP.format(**{key: escape(text) for key, text in said.items()})
    buffer = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        del pdf.docinfo  # a day of writing that is none: reportlab's is always the same
        for key, text in said.items():
            pdf.docinfo[f"/{key.title()}"] = text
        for page in pdf.pages:
            if "/Trans" in page:  # reportlab sets an empty one
                del page["/Trans"]
        pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
        pdf.Root.OutputIntents = Array([_intent(pdf)])
        pdf.save(buffer, deterministic_id=True, force_version="1.7")
    return buffer.getvalue()


def _intent(pdf: "Pdf") -> "Dictionary":
    """Which red, green and blue are meant."""
    from pikepdf import Dictionary, Name  # noqa: PLC0415

    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=SRGB,
        Info=SRGB,
        DestOutputProfile=pdf.make_stream(_srgb(), N=3),
    )


@cache
def _srgb() -> bytes:
    return files("resources.colour").joinpath("sRGB.icc").read_bytes()
