"""Where things are on this machine. Nothing here makes a folder or opens a file."""

from pathlib import Path


def default_store() -> Path:
    """`network.json` in the person's data folder."""
    from platformdirs import user_data_path

    return user_data_path("allies", appauthor=False) / "network.json"


def config_file() -> Path:
    """`config.toml` in the person's settings folder."""
    from platformdirs import user_config_path

    return user_config_path("allies", appauthor=False) / "config.toml"


def content_folder() -> Path:
    """The shipped content: inside the installed package, or beside pyproject.toml in a checkout."""
    package = Path(__file__).parent
    packaged = package / "data"
    return packaged if packaged.is_dir() else package.parent / "data"
