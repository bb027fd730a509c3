"""Rows of CSV and the entries that they are."""

from pathlib import Path

import pytest

from onrecord.codebooks.registry import Entry, Office, load_registry, read_own
from onrecord.errors import RegistryError


def read(folder: Path, text: str | bytes, name: str = "people.csv") -> tuple[Entry, ...]:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_own(file, load_registry()).entries


def wrong(folder: Path, text: str | bytes, name: str = "people.csv") -> str:
    with pytest.raises(RegistryError) as refused:
        read(folder, text, name)
    return str(refused.value).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("name\nVelmo Front\n", Entry("own:Velmo Front", "Velmo Front", "organisation")),
        (
            "name,aliases,type,country,sector\nVelmo Front,VF; Velmo  Men ;VF,armed force,KEN,reb; crm\n",
            Entry("own:Velmo Front", "Velmo Front", "armed-force", "KEN", ("REB", "CRM"), ("VF", "Velmo Men")),
        ),
        (
            "Until, FROM ,Office,NAME,country,Sector\n2021-05,2019,mayor,Ada Quist,Norway,GOV\n",
            Entry(
                "own:Ada Quist",
                "Ada Quist",
                "person",
                "NOR",
                offices=(Office("mayor", "NOR", ("GOV",), "2019", "2021-05"),),
            ),
        ),
        (
            "name,office,from,until\nAda Quist,mayor,..,\n",
            Entry("own:Ada Quist", "Ada Quist", "person", offices=(Office("mayor", None, ()),)),
        ),
        (
            "name,type,country,sector,ids,source,id\n"
            "Ada Quist,person,no,JRN,Wikidata:Q5; ftm:NK-1,https://example.org/a?b=1,aq\n",
            Entry(
                "aq",
                "Ada Quist",
                "person",
                "NOR",
                ("JRN",),
                ids=(("wikidata", "Q5"), ("ftm", "NK-1")),
                source="https://example.org/a?b=1",
            ),
        ),
        ("name,type,id\nVelmo,polity,X-VEL\n", Entry("X-VEL", "Velmo", "polity", "X-VEL")),
        ("name,aliases\nAbkhazia,Apsua\n", Entry("own:Abkhazia", "Abkhazia", "polity", "GE-AB", aliases=("Apsua",))),
        ("name,aliases\nKofi Annan,Annan\n", Entry("own:Kofi Annan", "Kofi Annan", "person", aliases=("Annan",))),
        ("name\n  Мария\u00a0 Штайн \n", Entry("own:Мария Штайн", "Мария Штайн", "organisation")),
        ("name\nŁukasz C\u0327elik\n", Entry("own:Łukasz Çelik", "Łukasz Çelik", "organisation")),
        ("name\nمريم حسن\n", Entry("own:مريم حسن", "مريم حسن", "organisation")),
    ],
)
def test_a_row_is_an_entry(tmp_path: Path, text: str, entry: Entry) -> None:
    assert read(tmp_path, text) == (entry,)


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbfname,country\r\nVelmo Front,KEN\r\n",
        b"\n\nname,country\n\nVelmo Front,KEN\n,\n",
        b"\nname;country\nVelmo Front;KEN",
        b"name\tcountry\nVelmo Front\tKEN",
        b'"name","country"\n"Velmo Front","KEN"\n',
    ],
)
def test_however_a_spreadsheet_writes_csv(tmp_path: Path, text: bytes) -> None:
    assert read(tmp_path, text) == (Entry("own:Velmo Front", "Velmo Front", "organisation", "KEN"),)


def test_rows_of_one_name_are_one_entry_with_several_offices(tmp_path: Path) -> None:
    text = (
        "name,aliases,office,from,until,country,sector,ids\n"
        "Ada Quist,A. Quist,mayor,2015,2019,NOR,GOV,\n"
        "Bo Olm,,mayor,2019,,NOR,GOV,\n"
        "Ada Quist,Ms Quist,secretary-general,2020,,IGO,,wikidata:Q5\n"
        "Ada Quist,,mayor,2015,2019,NOR,GOV,\n"
    )
    ada, bo = read(tmp_path, text)
    assert ada.offices == (
        Office("mayor", "NOR", ("GOV",), "2015", "2019"),
        Office("secretary-general", "IGO", (), "2020"),
    )
    assert (ada.aliases, ada.ids, ada.country) == (("A. Quist", "Ms Quist"), (("wikidata", "Q5"),), "IGO")
    assert bo.offices == (Office("mayor", "NOR", ("GOV",), "2019"),)


def test_a_row_without_an_office_says_what_somebody_is_besides(tmp_path: Path) -> None:
    text = "name,office,from,country,sector\nAda Quist,,,SWE,BUS\nAda Quist,mayor,2015,NOR,GOV\n"
    (ada,) = read(tmp_path, text)
    assert (ada.kind, ada.country, ada.sectors) == ("person", "SWE", ("BUS",))


def test_an_id_tells_two_of_one_name_apart_and_joins_two_names(tmp_path: Path) -> None:
    text = "name,id,office,country\nAda Quist,a,mayor,NOR\nAda Quist,b,judge,SWE\nA. Quist,a,senator,NOR\n"
    one, other = read(tmp_path, text)
    assert (one.id, one.aliases, len(one.offices)) == ("a", ("A. Quist",), 2)
    assert (other.id, other.country) == ("b", "SWE")
    assert "line 5, id: is missing, and Ada Quist may be a or b" in wrong(tmp_path, f"{text}Ada Quist,,mayor,NOR\n")


def test_a_row_without_an_id_is_of_the_only_one_that_its_name_has(tmp_path: Path) -> None:
    (ada,) = read(tmp_path, "name,id,office\nAda Quist,,mayor\nAda Quist,a,judge\n")
    assert (ada.id, len(ada.offices)) == ("a", 2)


def test_a_polity_of_the_file_is_a_country_for_its_other_rows(tmp_path: Path) -> None:
    text = "name,type,id,office,country\nAda Quist,,,president,X-VEL\nVelmo,polity,X-VEL,,\n"
    assert [entry.country for entry in read(tmp_path, text)] == ["X-VEL", "X-VEL"]


HEADER = "name,aliases,type,office,from,until,country,sector,ids,source,id\n"


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("A B,,,mayor,2024-13,,,,,,", "from: '2024-13' is no date; write 2024, 2024-05 or 2024-05-02"),
        ("A B,,,mayor,,2.5.2024,,,,,", "until: '2.5.2024' is no date"),
        ("A B,,,mayor,2024-05,2023,,,,,", "until: '2023' is before '2024-05'"),
        ("A B,,,,2024,,,,,,", "from: is the date of no office"),
        ("A B,,wizard,,,,,,,,", "type: 'wizard' is no type; write one of person, organisation"),
        ("A B,,party,mayor,,,,,,,", "office: only a person holds one"),
        ("A B,,,,,,Ruritania,,,,", "country: 'Ruritania' is no country"),
        ("A B,,,,,,Congo,,,,", "country: 'Congo' is no country, or more than one"),
        ("A B,,,,,,,GOV; MAGIC,,,", "sector: 'MAGIC' is no sector of PLOVER"),
        ("A B,,,,,,,,Q5,,", "ids: 'Q5' is no id; write its scheme"),
        ("A B,,,,,,,,wikidata:5,,", "ids: '5' is no id of Wikidata"),
        (",,,mayor,,,,,,,", "name: is missing"),
        ("—,,,,,,,,,,", "name: '—' has no letter or digit"),
        ("A\x00B,,,,,,,,,,", "name: 'A\\x00B' holds a character that is no text"),
        ("A B,x; —,,,,,,,,,", "aliases: '—' has no letter or digit"),
        ("A,B,,,,,,,,,,,", "row: has 13 cells, the header 11; put a cell that holds a ',' in quotes"),
        ('"A B,,,,,,,,,,', "row: is no CSV"),
        ("A B,,polity,,,,,,,,", "id: is missing; A B needs a code of its own"),
        ("A B,,party,,,,,,,,FRA", "id: FRA is the id of a shipped country, and this is a party"),
        ("A B,,,mayor,,,,,,,FRA", "id: FRA is the id of a shipped country, and this is a person"),
    ],
)
def test_what_is_wrong_is_named_by_line_and_column(tmp_path: Path, row: str, complaint: str) -> None:
    assert wrong(tmp_path, f"{HEADER}Ada Quist,,,,,,,,,,\n{row}\n").startswith(f"people.csv, line 3, {complaint}")


def test_all_wrong_rows_are_listed(tmp_path: Path) -> None:
    told = wrong(tmp_path, 'name,country,sector\n"Ada\nQuist",Nowhere,MAGIC\nBo Olm,NOR,GOV\n,NOR,\n')
    assert told.splitlines()[0] == "people.csv: nothing was added, as 3 things in it are wrong:"
    assert [line.split(":")[0].strip() for line in told.splitlines()[1:]] == [
        "people.csv, line 2, country",
        "people.csv, line 2, sector",
        "people.csv, line 5, name",
    ]


def test_two_types_of_one_entry_are_refused(tmp_path: Path) -> None:
    told = wrong(tmp_path, "name,type\nVelmo Front,party\nVelmo Front,media\n")
    assert "line 3, type: is media, but line 2 says" in told


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (b"", "people.csv: is empty"),
        (b"\xef\xbb\xbf \n", "people.csv: is empty"),
        (b"name,country\n", "people.csv: names nobody"),
        (b"name\nAda\nM\xfcller\n", "people.csv, line 3: is not UTF-8 (byte 0xfc)"),
        ("name\nAda".encode("utf-16"), "people.csv, line 1: is not UTF-8"),
        (b"country\nNOR\n", "line 1, name: is missing; the first line must name the columns"),
        (b"name,untill\nAda,2020\n", "line 1, untill: is no column"),
        (b"name,Name\nAda,Bo\n", "line 1, name: stands twice"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, text: bytes, complaint: str) -> None:
    assert complaint in wrong(tmp_path, text)
