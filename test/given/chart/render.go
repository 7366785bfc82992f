// Renders the templates of a chart as Helm does it, where Helm itself is not to be had: Go's templates with the
// functions of Sprig, and the four that Helm adds.
// Flow: rendered.ts → here (standard input: values, chart, release as JSON) → YAML on standard output.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"gopkg.in/yaml.v3"
)

func main() {
	var given map[string]interface{}
	sure(json.NewDecoder(os.Stdin).Decode(&given))
	all := template.New("chart").Option("missingkey=zero")
	functions := sprig.TxtFuncMap()
	functions["include"] = func(name string, data interface{}) (string, error) {
		var text strings.Builder
		err := all.ExecuteTemplate(&text, name, data)
		return text.String(), err
	}
	functions["toYaml"] = func(value interface{}) (string, error) {
		text, err := yaml.Marshal(value)
		return strings.TrimSuffix(string(text), "\n"), err
	}
	functions["required"] = func(words string, value interface{}) (interface{}, error) {
		if value == nil || value == "" {
			return nil, fmt.Errorf("%s", words)
		}
		return value, nil
	}
	functions["fail"] = func(words string) (string, error) { return "", fmt.Errorf("%s", words) }
	all.Funcs(functions)
	files, err := filepath.Glob(filepath.Join(os.Args[1], "templates", "*"))
	sure(err)
	sort.Strings(files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		sure(err)
		_, err = all.New(filepath.Base(file)).Parse(string(text))
		sure(err)
	}
	for _, file := range files {
		if strings.HasPrefix(filepath.Base(file), "_") {
			continue
		}
		fmt.Printf("---\n# Source: %s\n", filepath.Base(file))
		sure(all.ExecuteTemplate(os.Stdout, filepath.Base(file), given))
	}
}

func sure(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
