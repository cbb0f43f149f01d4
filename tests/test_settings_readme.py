"""What README.md says of the settings is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.cli_parser import make_parser
from pipeline.settings import KEYS
from schemas.batch import BatchConfig
from tests.batch_settings import EVERY_KEY, config_of, field_of, written

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def batch_options() -> set[str]:
    parser = make_parser()
    (commands,) = (action.choices for action in parser._actions if action.dest == "command")
    assert isinstance(commands, dict)
    options = {option for action in commands["batch"]._actions for option in action.option_strings}
    return {option for option in options if option.startswith("--")} - {"--help"}


def test_options_and_keys_name_each_other() -> None:
    assert {option for option in KEYS.values() if option.startswith("--")} | {"--config"} == batch_options()
    spoken = make_parser().parse_args(["batch", "x"])
    assert {key for key, option in KEYS.items() if option} | {"config", "command", "version"} == set(vars(spoken))


def test_readme_documents_every_option_and_every_key() -> None:
    (row,) = (line for line in README.splitlines() if line.startswith("| `capaian batch "))
    section = README.partition("\n## A batch every night\n")[2].partition("\n## ")[0]
    assert batch_options() == set(re.findall(r"--[a-z-]+", row))
    table = re.findall(r"^\| `(\w+)` \| (?:`([^`]+)`)? ?\|", section, re.MULTILINE)
    assert {key: option.split(" ")[0] for key, option in table} == dict(KEYS)


def test_the_defaults_of_the_readme_are_those_of_the_program(tmp_path: Path) -> None:
    section = README.partition("\n## A batch every night\n")[2].partition("\n## ")[0]
    defaults = dict(re.findall(r"^\| `(\w+)` \|[^|]*\| `([^`]*)` \|", section, re.MULTILINE))
    usual = config_of(str(tmp_path))
    assert {"jobs", "time_limit_seconds", "memory_limit_mib", "tries", "max_bytes", "format"} <= set(defaults)
    path = tmp_path / "malam.toml"
    for key, text in defaults.items():
        written(path, f"{key} = {text}\n")
        name = EVERY_KEY[key][1]
        assert field_of(config_of(str(tmp_path), "--config", str(path)), name) == field_of(usual, name), key


def test_the_example_of_the_readme_is_followed(tmp_path: Path) -> None:
    (text,) = re.findall(r"^```toml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    (folder,) = re.findall(r'^folder = "(.*)"', text, re.MULTILINE)
    written(tmp_path / "malam.toml", text.replace(folder, str(tmp_path)))
    config = config_of("--config", str(tmp_path / "malam.toml"))
    assert config != BatchConfig(folder=config.folder, out=config.out)
