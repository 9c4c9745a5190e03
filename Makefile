# pedigree: `make demo` shows it, `make test` tests it. Both install the Debian packages that they need.

SWIFT ?= swift
RELEASE = .build/release/pedigree
PACKAGES = libxml2-dev libyaml-dev pkg-config
LINTED = Sources Tests Plugins Package.swift

.PHONY: demo build test lint format golden setup clean

demo: build
	@# The sample breaks two clauses, so the check ends with 1: that is what the demo shows.
	cd samples/deepseek-r1-distill-llama-8b && ../../$(RELEASE) check || test $$? -eq 1

build: setup
	$(SWIFT) build -c release --static-swift-stdlib --product pedigree

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive $(LINTED)

format:
	$(SWIFT) format --in-place --recursive $(LINTED)

# Rewrites the expected outputs of the samples; read the diff before you commit it.
golden: setup
	UPDATE_GOLDEN=1 $(SWIFT) test --filter Golden

setup:
	@./scripts/install-packages $(PACKAGES)

clean:
	$(SWIFT) package clean
