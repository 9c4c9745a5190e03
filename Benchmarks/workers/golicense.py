import os

import LicenseClassifier
from LicenseClassifier.classifier import LicenseClassifier as Classifier
from worker import work

classifier = Classifier()
folder = os.path.join(os.path.dirname(LicenseClassifier.__file__), "licenses")
known = {name.removesuffix(".txt").removesuffix(".header") for name in os.listdir(folder)}


def identify(path):
    return classifier.scan_file(path, use_scancode_mapping=False)["license_expressions"]


work(identify, known)
