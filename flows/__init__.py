"""When and where: the Prefect flows, thin over :mod:`corpus`."""
