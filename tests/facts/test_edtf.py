"""Which texts are dates of the codebook."""

import pytest

from ingest.facts.edtf import is_edtf


@pytest.mark.parametrize(
    "text",
    ["2021", "2021-02", "2021-02-28", "2024-02-29", "203X", "2021-02~", "2035~", "2021-24",
     "2022-04/2022-06", "2022/2022-06", "202X/2025",
     "2024/..", "../2030", "2022?", "2021-02~/2021-04"],
)  # fmt: skip
def test_dates(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "21", "2021-13", "2021-02-29", "2021-00-01", "2021-1-1", "20XX", "2021/2022/2023",
     "/", "../..", "2021-02-28T10:00", "2021~~",
     "2021 ", "2022-06/2022-04", "2025/202X-", "2023/2022-12", "２０２１"],
)  # fmt: skip
def test_other_texts(text: str) -> None:
    assert not is_edtf(text)
